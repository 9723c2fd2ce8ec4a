#pragma once

#include <QObject>
#include <QTest>

#include <functional>
#include <vector>

/// Test classes of one binary. LAYERLAB_TEST(className, "name") registers a class; the program runs
/// the one named as its first argument, or all of them.
struct TestEntry {
  const char* name;
  std::function<QObject*()> make;
};

std::vector<TestEntry>& testEntries();

#define LAYERLAB_TEST(className, testName)                                                         \
  static const bool className##Registered = [] {                                                   \
    testEntries().push_back({testName, []() -> QObject* { return new className; }});               \
    return true;                                                                                   \
  }();

// What a test waits for comes within milliseconds; Qt gives up after 5 s, which a busy machine
// under the address sanitizer may need. Waiting longer costs only a test that fails.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT((expr), 20'000)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expr, words) QTRY_VERIFY2_WITH_TIMEOUT((expr), words, 20'000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT((actual), (expected), 20'000)
