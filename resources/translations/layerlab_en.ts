<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Core</name>
    <message>
        <source>layer %1</source>
        <translation>layer %1</translation>
    </message>
</context>
</TS>
