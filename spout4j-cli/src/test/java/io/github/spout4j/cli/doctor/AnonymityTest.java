package io.github.spout4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymityTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "/home/jane/.config/spout4j/settings; ~/.config/spout4j/settings",
            "in /home/jane; in ~",
            "/home/janet/x; /home/USER/x",
            "/home/john/x and /Users/john/y; /home/USER/x and /Users/USER/y",
            "/data/jane/x; /data/USER/x",
            "/data/work-jane.txt:3; /data/work-USER.txt:3",
            "/data/janet/x; /data/janet/x",
            "C:\\Users\\Jane\\a.dll; C:\\Users\\USER\\a.dll",
            "C:\\Users\\JANEDO~1\\AppData\\Local\\Temp; C:\\Users\\USER\\AppData\\Local\\Temp",
            "C:\\Users\\John Smith\\a.dll; C:\\Users\\USER\\a.dll",
            "D:\\work\\jane\\jane.dll; D:\\work\\USER\\USER.dll",
            "Z:\\home\\john\\a.dll; Z:\\home\\USER\\a.dll",
            "sender jane, 16x9; sender jane, 16x9",
            "OpenJDK 25, /usr/lib/jvm/java; OpenJDK 25, /usr/lib/jvm/java"})
    void takesTheNameOutOfPaths(String text, String expected) {
        assertThat(new Anonymity("/home/jane", "jane").of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "C:\\Users\\John Smith\\x y\\a.dll; ~\\x y\\a.dll",
            "c:\\users\\john smith; ~",
            "D:\\John Smith\\a.dll; D:\\USER\\a.dll"})
    void knowsNamesWithSpaces(String text, String expected) {
        assertThat(new Anonymity("C:\\Users\\John Smith", "John Smith").of(text)).isEqualTo(expected);
    }
}
