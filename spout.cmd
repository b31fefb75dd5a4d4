@echo off
rem Runs the spout command; builds it first where it is missing or older than its sources. "spout --help" tells more.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "LIB=%ROOT%spout4j-cli\target\lib"
set "WORK=%ROOT%spout4j-cli\target\launcher"

call :find_jdk
if not defined JDK (
  echo spout: No JDK 25 found. Install one ^(Eclipse Temurin 25, for example^) and set SPOUT_JAVA_HOME to its home if it stands in an unusual place. 1>&2
  exit /b 2
)

call :is_built
if errorlevel 1 call :build
if errorlevel 1 exit /b %ERRORLEVEL%

"%JDK%\bin\java.exe" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED "-Xbootclasspath/a:%LIB%\picocli.jar" -cp "%LIB%\spout4j-cli.jar;%LIB%\spout4j.jar;%LIB%\spout4j-win32.jar" io.github.spout4j.cli.Main %*
exit /b %ERRORLEVEL%

:find_jdk
set "JDK="
call :try_jdk "%SPOUT_JAVA_HOME%"
call :try_jdk "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :try_jdk "%%~dpJ.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%ProgramFiles%\Amazon Corretto\jdk25*" "%USERPROFILE%\.jdks\*") do call :try_jdk "%%~fD"
exit /b 0

:try_jdk
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~f1\bin\javac.exe" exit /b 0
if not exist "%~f1\release" exit /b 0
findstr /b /r /c:"JAVA_VERSION=.25" "%~f1\release" >nul 2>nul
if not errorlevel 1 set "JDK=%~f1"
exit /b 0

:is_built
for %%J in (spout4j-cli spout4j spout4j-win32 picocli) do if not exist "%LIB%\%%J.jar" exit /b 1
if not exist "%WORK%\built" exit /b 1
set "SPOUT_ROOT=%ROOT%"
powershell -NoProfile -Command "$r = $env:SPOUT_ROOT; $t = (Get-Item -LiteralPath ($r + 'spout4j-cli\target\launcher\built')).LastWriteTimeUtc; $s = @('pom.xml') + ('spout4j', 'spout4j-win32', 'spout4j-cli' | ForEach-Object { ($_ + '\pom.xml'); ($_ + '\src\main') }); $n = $s | ForEach-Object { Get-Item -LiteralPath ($r + $_); Get-ChildItem -LiteralPath ($r + $_) -Recurse } | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1; if ($n) { exit 1 }"
exit /b %ERRORLEVEL%

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo spout: Maven is needed to build it; install Maven 3.6.3 or newer and put its bin directory on the PATH 1>&2
  exit /b 2
)
if not exist "%WORK%" mkdir "%WORK%"
echo spout: building, only when sources changed ... 1>&2
type nul > "%WORK%\building"
set "OLD_JAVA_HOME=%JAVA_HOME%"
set "JAVA_HOME=%JDK%"
pushd "%ROOT%"
call mvn -B -q -pl spout4j-cli -am package -Dmaven.test.skip=true -Dformatter.skip=true <nul >"%WORK%\build.log" 2>&1
set "FAILED=%ERRORLEVEL%"
popd
set "JAVA_HOME=%OLD_JAVA_HOME%"
if not "%FAILED%"=="0" (
  type "%WORK%\build.log" 1>&2
  echo spout: the build failed; its log is "%WORK%\build.log" 1>&2
  exit /b 1
)
move /y "%WORK%\building" "%WORK%\built" >nul
exit /b 0
