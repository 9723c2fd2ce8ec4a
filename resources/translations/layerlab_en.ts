<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>layerlab::CodePage</name>
    <message numerus="yes">
        <source>Applied, except %n line(s) named below.</source>
        <translation>
            <numerusform>Applied, except %n line named below.</numerusform>
            <numerusform>Applied, except %n lines named below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>layerlab::ElbowVerdict</name>
    <message numerus="yes">
        <source>Use %n units</source>
        <translation>
            <numerusform>Use %n unit</numerusform>
            <numerusform>Use %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>layerlab::MakeDataDialog</name>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>layerlab::NetworkCanvas</name>
    <message numerus="yes">
        <source>%n inputs</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n units, %2</source>
        <translation>
            <numerusform>%1: %n unit, %2</numerusform>
            <numerusform>%1: %n units, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>layerlab::TrainingBar</name>
    <message numerus="yes">
        <source>%n epochs/s</source>
        <translation>
            <numerusform>%n epoch/s</numerusform>
            <numerusform>%n epochs/s</numerusform>
        </translation>
    </message>
</context>
</TS>
