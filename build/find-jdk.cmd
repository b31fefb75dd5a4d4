@rem Usage: call find-jdk.cmd [java]
@rem Sets JDK to the home of a JDK 25, or of any Java 25 where java is all that is needed; says what to install where there is none.
@set "JDK="
@set "JDK_NEEDED=javac"
@set "JDK_WHAT=JDK 25"
@if "%~1"=="java" set "JDK_NEEDED=java"
@if "%~1"=="java" set "JDK_WHAT=Java 25"
@call :try_jdk "%SPOUT_JAVA_HOME%"
@if defined JDK exit /b 0
@if not "%SPOUT_JAVA_HOME%"=="" echo spout: SPOUT_JAVA_HOME is "%SPOUT_JAVA_HOME%", and there is no %JDK_WHAT% there. Set it to the home of one, or unset it. 1>&2
@if not "%SPOUT_JAVA_HOME%"=="" exit /b 2
@call :try_jdk "%JAVA_HOME%"
@for /f "delims=" %%J in ('where java 2^>nul') do @call :try_jdk "%%~dpJ.."
@for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Eclipse Adoptium\jre-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%ProgramFiles%\Amazon Corretto\jdk25*" "%USERPROFILE%\.jdks\*") do @call :try_jdk "%%~fD"
@if defined JDK exit /b 0
@echo spout: No %JDK_WHAT% found. Install one ^(Eclipse Temurin 25, for example^) and set SPOUT_JAVA_HOME to its home if it stands in an unusual place. 1>&2
@exit /b 2

:try_jdk
@if defined JDK exit /b 0
@if "%~1"=="" exit /b 0
@if not exist "%~f1\bin\%JDK_NEEDED%.exe" exit /b 0
@if not exist "%~f1\release" exit /b 0
@findstr /b /r /c:"JAVA_VERSION=.25" "%~f1\release" >nul 2>nul
@if not errorlevel 1 set "JDK=%~f1"
@exit /b 0
