@echo off
rem Starts ClassBarometer from its source folder: finds a JDK 25, builds when the sources changed
rem since the last build, then runs. CLASSBAROMETER_JVM adds flags for the Java machine,
rem CLASSBAROMETER_MAVEN for the build.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
if "%root:~-1%"=="\" set "root=%root:~0,-1%"
set "jar=%root%\target\classbarometer.jar"
set "built=%root%\target\classbarometer.built"

rem ---- JDK 25: the release file tells the version without starting Java ----
set "jdk="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where javac 2^>nul') do call :try "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined jdk (
    echo classbarometer: needs a JDK 25, and none was found in JAVA_HOME, on the PATH or in Program Files. 1>&2
    echo classbarometer: Install one: winget install EclipseAdoptium.Temurin.25.JDK or https://adoptium.net. Or set JAVA_HOME to it. 1>&2
    exit /b 69
)

rem ---- build when needed ----
set "needed="
if not exist "%jar%" set "needed=1"
if not exist "%built%" set "needed=1"
if not defined needed (
    powershell -NoProfile -Command "$t = (Get-Item -LiteralPath $env:built).LastWriteTimeUtc; $n = @(Get-Item -LiteralPath (Join-Path $env:root 'pom.xml')) + @(Get-ChildItem -LiteralPath (Join-Path $env:root 'src\main') -Recurse) | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
    if errorlevel 1 set "needed=1"
)
if not defined needed goto run
where mvn >nul 2>nul
if errorlevel 1 (
    echo classbarometer: needs Maven 3.8 or newer to build, and there is no mvn on the PATH. 1>&2
    echo classbarometer: Install it from https://maven.apache.org and put its bin folder on the PATH. 1>&2
    exit /b 69
)
echo classbarometer: building from source (the first time this downloads the libraries: several minutes) ... 1>&2
if not exist "%root%\target" mkdir "%root%\target"
rem The time the build began: what is changed while it runs is built the next time.
type nul > "%root%\target\classbarometer.start"
set "JAVA_HOME=%jdk%"
call mvn -B -q -f "%root%\pom.xml" -Dmaven.test.skip=true -Dspotless.check.skip=true -Dexec.skip=true %CLASSBAROMETER_MAVEN% package 1>&2
if errorlevel 1 (
    echo classbarometer: the build failed. 1>&2
    exit /b 70
)
move /y "%root%\target\classbarometer.start" "%built%" >nul

:run
rem OpenCV talks to the terminal otherwise.
if not defined OPENCV_LOG_LEVEL set "OPENCV_LOG_LEVEL=ERROR"
if not defined OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT set "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT=3"
rem Memory holds pictures of people: no crash file, no heap dump (target\classes\jvm.args).
"%jdk%\bin\java" "@%root%\target\classes\jvm.args" -XX:ErrorFile=NUL "-Djava.library.path=%root%\target\bin" "-Dclassbarometer.home=%root%" %CLASSBAROMETER_JVM% -jar "%jar%" %*
exit /b %errorlevel%

:try
if defined jdk goto :eof
if not exist "%~1\bin\javac.exe" goto :eof
findstr /b /r /c:"JAVA_VERSION=.25[^0-9]" "%~1\release" >nul 2>nul
if not errorlevel 1 set "jdk=%~f1"
goto :eof
