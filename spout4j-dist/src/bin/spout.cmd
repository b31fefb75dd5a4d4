@echo off
rem Runs the spout command by the Java of this folder, where it has one, else by a Java 25 of this system.
setlocal EnableExtensions DisableDelayedExpansion
set "LIB=%~dp0..\lib"
for %%I in ("%~dp0..\runtime") do set "JDK=%%~sI"
if exist "%JDK%\bin\java.exe" goto launch
call "%LIB%\find-jdk.cmd" java
if errorlevel 1 exit /b 2

:launch
set "OPTIONS="
if exist "%JDK%\start.aot" set OPTIONS="-XX:AOTCache=%JDK%\start.aot" -Xlog:disable -Xlog:all=off
call "%LIB%\launch.cmd"
%LAUNCH% %*
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" call "%LIB%\launch-failed.cmd"
exit /b %CODE%
