#pragma once

#include <QObject>

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
