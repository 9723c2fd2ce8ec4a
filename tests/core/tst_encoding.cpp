#include "tests/core/pictures.h"
#include "tests/testmain.h"

using namespace layerlab;

/// Rule C1: what the bytes of a file mean.
class TestEncoding : public QObject {
  Q_OBJECT
private slots:
  void encodingIsFound_data();
  void encodingIsFound();
  void badTextIsRefused_data();
  void badTextIsRefused();
  void encodingIsTold_data();
  void encodingIsTold();
  void unknownEncodingIsAnError();
  void everyCp949SyllableReads();
  void charactersMayCrossBlocks_data();
  void charactersMayCrossBlocks();
  void invalidUtf8IsNeverAccepted_data();
  void invalidUtf8IsNeverAccepted();
  void guessesAreWarnedOf();
};

namespace {

QByteArray utf16(const QString& text, bool little, bool mark) {
  QByteArray out;
  const auto put = [&](char16_t unit) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out += little ? low : high;
    out += little ? high : low;
  };
  if (mark) put(0xFEFF);
  for (const QChar unit : text) put(unit.unicode());
  return out;
}

const QString korean = QStringLiteral("이름,점수\n김민준,81\n이서연😀,77\n");
const QString koreanPicture = QStringLiteral("이름:c 김민준 이서연😀 | 점수:n 81 77");

} // namespace

void TestEncoding::encodingIsFound_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("encoding");
  QTest::addColumn<QString>("picture");
  const auto row = [](const char* name, const QByteArray& text, const char* encoding,
                      const QString& picture) {
    QTest::newRow(name) << text << QString(encoding) << picture;
  };
  row("ascii", "a,b\n1,2\n", "utf-8", "a:n 1 | b:n 2");
  row("utf-8", korean.toUtf8(), "utf-8", koreanPicture);
  row("utf-8 with mark", "\xEF\xBB\xBF" + korean.toUtf8(), "utf-8", koreanPicture);
  row("utf-16le", utf16(korean, true, true), "utf-16le", koreanPicture);
  row("utf-16be", utf16(korean, false, true), "utf-16be", koreanPicture);
  row("utf-16le without mark", utf16("a,b\n1,가\n", true, false), "utf-16le", "a:n 1 | b:c 가");
  row("utf-16be without mark", utf16("a,b\n1,가\n", false, false), "utf-16be", "a:n 1 | b:c 가");
  row("utf-16 with the DOS end mark", utf16("a,b\n1,2\n\x1A", true, true), "utf-16le",
      "a:n 1 | b:n 2");
  row("utf-16be with the DOS end mark", utf16("a,b\n1,2\n\x1A", false, true), "utf-16be",
      "a:n 1 | b:n 2");
  row("utf-16le ending in U+1A00", utf16(QString("a,b\n1,") + QChar(0x1A00), true, true),
      "utf-16le", QString("a:n 1 | b:c ") + QChar(0x1A00));
  row("cp949", "\xC0\xCC\xB8\xA7,b\n\xB1\xE8,1\n", "cp949", "이름:c 김 | b:n 1");
  row("cp949 beyond EUC-KR", "a,b\n\xB0\xA1\x8C\x63,1\n", "cp949", "a:c 가똠 | b:n 1");
  row("latin-1", "city,t\nM\xFCnchen,1\n", "windows-1252", "city:c München | t:n 1");
  row("latin-1 pair that is legal cp949 without common Hangul", "a,b\n\xC4rger,1\n", "windows-1252",
      "a:c Ärger | b:n 1");
  row("euro and dash", "a,b\n5\x80 \x96,1\n", "windows-1252", "a:c 5€ – | b:n 1");
  row("latin-1 with more bad runs than good characters", "a,b\n\xC3\xA9 \xE9 \xE9 x,1\n",
      "windows-1252", "a:c Ã© é é x | b:n 1");
  row("DOS end mark", "a,b\n1,2\n\x1A", "utf-8", "a:n 1 | b:n 2");
  row("few control characters", "a,b\nlong enough text with one \x01 in it,2\n", "utf-8",
      "a:c long enough text with one \x01 in it | b:n 2");
  row("escape is an ordinary character", "a,b\n\x1B\x1B\x1B\x1B,2\n", "utf-8",
      "a:c \x1B\x1B\x1B\x1B | b:n 2");
}

void TestEncoding::encodingIsFound() {
  QFETCH(QByteArray, text);
  QFETCH(QString, encoding);
  QFETCH(QString, picture);
  QCOMPARE(pictureOf(text), picture);
  QCOMPARE(QString::fromStdString(tableOf(text)->report.encoding), encoding);
}

void TestEncoding::badTextIsRefused_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("row");
  QTest::addColumn<QString>("word");
  const auto row = [](const char* name, const QByteArray& text, int at, const char* word) {
    QTest::newRow(name) << text << at << QString(word);
  };
  row("empty", "", 0, "empty");
  row("xlsx", QByteArray("PK\x03\x04\x14\0", 6), 0, "Excel");
  row("xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1xx", 0, "Excel");
  row("png", "\x89PNG\r\n\x1A\n", 0, "PNG");
  row("jpeg", "\xFF\xD8\xFF\xE0", 0, "JPEG");
  row("gif", "GIF89a", 0, "GIF");
  row("pdf", "%PDF-1.4\n", 0, "PDF");
  row("gzip", "\x1F\x8B\x08", 0, "gzip");
  row("elf",
      "\x7F"
      "ELF\x02",
      0, "ELF");
  row("sqlite", QByteArray("SQLite format 3\0xx", 18), 0, "SQLite");
  row("html behind blanks", "\n  <!DOCTYPE HTML><html>", 0, "HTML");
  row("xml behind a mark", "\xEF\xBB\xBF<?xml version='1.0'?>", 0, "XML");
  row("NUL", QByteArray("a,b\n1,\0002\n3,4\n", 12), 0, "not a text file");
  row("NULs at both parities", QByteArray("a\0b\0\0c\0d", 8), 0, "not a text file");
  row("control characters", "a,b\n\x01\x02,\x03\n", 0, "not a text file");
  row("damaged utf-8", "가,b\n나,1\n다\xFF,2\n", 3, "UTF-8");
  row("damaged utf-8: multi-line cells and blank rows count right",
      "가,b\n\n\"나\n라\",1\n다\xFF,2\n", 4, "UTF-8");
  row("damaged utf-8 with a mark",
      "\xEF\xBB\xBF"
      "a,b\nx\xFF,1\n",
      2, "UTF-8");
  row("damaged utf-8 behind a sep line", "sep=;\n가;b\n나\xFF;1\n", 2, "UTF-8");
  row("utf-8 that ends inside a character", "가,b\n나,1\n다,\xEA\xB0", 3, "UTF-8");
  row("utf-16 that ends inside a character", utf16("a,b\n1,2\n3", true, true) + 'x', 3, "utf-16le");
  row("utf-16 with half a pair", utf16(QString("a,b\n1,") + QChar(0xD83D) + "x\n", false, true), 2,
      "utf-16be");
  row("utf-16 with NUL", utf16(QString("a,b\n1,") + QChar(0) + "\n", true, true), 0,
      "not a text file");
}

void TestEncoding::badTextIsRefused() {
  QFETCH(QByteArray, text);
  QFETCH(int, row);
  QFETCH(QString, word);
  const auto table =
      readCsvBytes({text.constData(), static_cast<std::size_t>(text.size())}, "x.csv");
  QVERIFY(!table);
  QCOMPARE(table.error().row, row);
  const QString line = QString::fromStdString(english(table.error()));
  QVERIFY2(line.contains(word), qPrintable(line));
}

void TestEncoding::encodingIsTold_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("told");
  QTest::addColumn<QString>("picture");
  const auto row = [](const char* name, const QByteArray& text, const char* told,
                      const char* picture) {
    QTest::newRow(name) << text << QString(told) << QString(picture);
  };
  row("cp949 as latin-1", "a,b\n\xB0\xA1,1\n", "latin1", "a:c °¡ | b:n 1");
  row("latin-1 as cp949", "a,b\n\xC4rger,1\n", "EUC-KR", "a:c 훣ger | b:n 1");
  row("utf-8 as windows-1252", "a,b\n\xC3\xA9,1\n", "windows-1252", "a:c Ã© | b:n 1");
  row("utf-16 without mark", utf16("a,b\n1,2\n", false, false), "utf-16be", "a:n 1 | b:n 2");
  row("the mark decides for utf-16", utf16("a,b\n1,2\n", false, true), "UTF-16", "a:n 1 | b:n 2");
  row("utf-8 that is none", "a,b\n\xFF,1\n", "utf-8",
      "error 2 0: the text is not valid UTF-8 here (damaged encoding); save the file as UTF-8 "
      "again");
  row("cp949 that is none", "a,b\nx,1\n\xFF\xFF,1\n", "cp949",
      "error 3 0: the text is not valid cp949 here (damaged encoding); save the file as UTF-8 "
      "again");
}

void TestEncoding::encodingIsTold() {
  QFETCH(QByteArray, text);
  QFETCH(QString, told);
  QFETCH(QString, picture);
  ReadOptions options;
  options.encoding = told.toStdString();
  QCOMPARE(pictureOf(text, options), picture);
}

void TestEncoding::unknownEncodingIsAnError() {
  ReadOptions options;
  options.encoding = "ebcdic";
  QVERIFY(pictureOf("a,b\n1,2\n", options).contains("unknown encoding 'ebcdic'"));
}

void TestEncoding::everyCp949SyllableReads() {
  // The 2350 common syllables, lead B0-C8, trail A1-FE, are U+AC00 to U+D7A3 in rising order.
  QByteArray text = "a,b\n";
  for (int lead = 0xB0; lead <= 0xC8; ++lead)
    for (int trail = 0xA1; trail <= 0xFE; ++trail) {
      text += static_cast<char>(lead);
      text += static_cast<char>(trail);
      text += ",1\n";
    }
  const TablePtr table = tableOf(text);
  QCOMPARE(table->report.encoding, std::string("cp949"));
  QCOMPARE(table->columns[0].distinct, 2350);
  QCOMPARE(table->columns[0].labels.front(), std::string("가"));
  QCOMPARE(table->columns[0].labels.back(), std::string("힝"));
  QVERIFY(std::is_sorted(table->columns[0].labels.begin(), table->columns[0].labels.end()));
}

void TestEncoding::charactersMayCrossBlocks_data() {
  QTest::addColumn<int>("kind");
  QTest::newRow("utf-8") << 0;
  QTest::newRow("utf-16le") << 1;
  QTest::newRow("utf-16be") << 2;
  QTest::newRow("cp949") << 3;
}

void TestEncoding::charactersMayCrossBlocks() {
  QFETCH(int, kind);
  // More than two blocks of 4 MB of characters of two to four bytes at shifting positions.
  QByteArray text = kind == 3 ? QByteArray("a,b\n") : QByteArray();
  QString unicode = "a,b\n";
  const QString syllables = kind == 3 ? QString() : QString("가나é😀").repeated(20);
  for (int i = 0; i < 60000; ++i) {
    if (kind == 3)
      text += "\xB0\xA1\xB3\xAA x" + QByteArray("\xC8\xFE").repeated(40 + i % 7) + ",1\n";
    else
      unicode += syllables + QString(i % 7, 'x') + ",1\n";
  }
  if (kind == 0) text = unicode.toUtf8();
  if (kind == 1 || kind == 2) text = utf16(unicode, kind == 1, true);
  QVERIFY(text.size() > 5 << 20);
  const TablePtr table = tableOf(text);
  QCOMPARE(table->rows, 60000);
  QCOMPARE(table->columns[0].distinct, 7);
  QCOMPARE(table->columns[1].distinct, 1);
}

void TestEncoding::invalidUtf8IsNeverAccepted_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::newRow("overlong slash") << QByteArray("\xC0\xAF");
  QTest::newRow("overlong NUL") << QByteArray("\xC0\x80");
  QTest::newRow("overlong of three bytes") << QByteArray("\xE0\x80\xAF");
  QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80");
  QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80");
  QTest::newRow("five bytes") << QByteArray("\xF8\x88\x80\x80\x80");
  QTest::newRow("lone trail") << QByteArray("\x80");
  QTest::newRow("cut") << QByteArray("\xE2\x82");
}

void TestEncoding::invalidUtf8IsNeverAccepted() {
  QFETCH(QByteArray, bytes);
  ReadOptions options;
  options.encoding = "utf-8";
  QVERIFY(pictureOf("a,b\nx" + bytes + "y,1\n", options).startsWith("error 2 0: the text is not"));
  QVERIFY(
      pictureOf("가나다라마바사,b\nx" + bytes + "y,1\n").startsWith("error 2 0: the text is not"));
}

void TestEncoding::guessesAreWarnedOf() {
  QCOMPARE(warningsOf(*tableOf("a,b\n\xB0\xA1,1\n")), "ENCODING_GUESSED");
  QCOMPARE(warningsOf(*tableOf("a,b\nM\xFC,1\n")), "ENCODING_GUESSED");
  QCOMPARE(warningsOf(*tableOf("a,b\n가,1\n")), "");
  ReadOptions options;
  options.encoding = "cp949";
  QCOMPARE(warningsOf(*tableOf("a,b\n\xB0\xA1,1\n", options)), "");
}

LAYERLAB_TEST(TestEncoding, "encoding")
#include "tst_encoding.moc"
