@echo off
rem Runs the spout command; builds it first where it is missing or older than its sources. "spout --help" tells more.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "LIB=%ROOT%spout4j-cli\target\lib"
set "WORK=%ROOT%spout4j-cli\target\launcher"

call "%ROOT%build\find-jdk.cmd"
if errorlevel 1 exit /b 2

call :is_built
if errorlevel 1 call :build
if errorlevel 1 exit /b %ERRORLEVEL%

set "OPTIONS="
call "%ROOT%build\launch.cmd"
%LAUNCH% %*
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" call "%ROOT%build\launch-failed.cmd"
exit /b %CODE%

:is_built
for %%J in (spout4j-cli spout4j spout4j-win32 spout4j-preview spout4j-media flatlaf picocli) do if not exist "%LIB%\%%J.jar" exit /b 1
if not exist "%WORK%\built" exit /b 1
set "SPOUT_ROOT=%ROOT%"
powershell -NoProfile -Command "$r = $env:SPOUT_ROOT; $t = (Get-Item -LiteralPath ($r + 'spout4j-cli\target\launcher\built')).LastWriteTimeUtc; $s = @('pom.xml') + ('spout4j', 'spout4j-win32', 'spout4j-preview', 'spout4j-media', 'spout4j-cli' | ForEach-Object { ($_ + '\pom.xml'); ($_ + '\src\main') }); $n = $s | ForEach-Object { Get-Item -LiteralPath ($r + $_); Get-ChildItem -LiteralPath ($r + $_) -Recurse } | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1; if ($n) { exit 1 }"
exit /b %ERRORLEVEL%

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo spout: Maven is needed to build it; install Maven 3.8 or newer and put its bin directory on the PATH 1>&2
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
