@rem Called by the launchers, which set JDK, LIB to the folder of the jars, and OPTIONS for Java. Sets LAUNCH to the line that
@rem runs the command. The class path is in the jar's manifest.
@rem Java reads its command line in the ANSI code page; a short path (8.3) has no other letters.
@for %%I in ("%LIB%") do @set "JARS=%%~sI"
@set LAUNCH="%JDK%\bin\java.exe" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED %OPTIONS% "-Xbootclasspath/a:%JARS%\picocli.jar" -cp "%JARS%\spout4j-cli.jar" io.github.spout4j.cli.Main
