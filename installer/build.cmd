@echo off
rem Makes ClassBarometer's .msi for Windows in target\packages. Needs a JDK 25 (JAVA_HOME or PATH), Maven and the
rem WiX Toolset 3.14 or newer. CLASSBAROMETER_MAVEN adds flags for the build. See docs\decisions\0034 for what was tried.
setlocal EnableExtensions DisableDelayedExpansion
cd /d "%~dp0.."
set "work=%CD%\target\package"
set "out=%CD%\target\packages"

set "jdk=%JAVA_HOME%"
if not exist "%jdk%\bin\jpackage.exe" (
    set "jdk="
    for /f "delims=" %%j in ('where jpackage 2^>nul') do if not defined jdk set "jdk=%%~dpj.."
)
if not defined jdk (
    echo installer: needs a JDK 25 with jpackage; set JAVA_HOME to it. 1>&2
    exit /b 69
)
findstr /b /r /c:"JAVA_VERSION=.25[^0-9]" "%jdk%\release" >nul 2>nul
if errorlevel 1 (
    echo installer: %jdk% is no JDK 25; set JAVA_HOME to one. 1>&2
    exit /b 69
)
set "JAVA_HOME=%jdk%"

rem The version and the time that all files bear come from pom.xml.
for /f "delims=" %%v in ('powershell -NoProfile -Command "([xml](Get-Content pom.xml)).project.version -replace '-SNAPSHOT',''"') do set "version=%%v"
for /f "delims=" %%t in ('powershell -NoProfile -Command "[DateTimeOffset]::Parse(([xml](Get-Content pom.xml)).project.properties.'project.build.outputTimestamp').ToUnixTimeSeconds()"') do set "SOURCE_DATE_EPOCH=%%t"

call mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true -Dexec.skip=true %CLASSBAROMETER_MAVEN% package
if errorlevel 1 exit /b 70
if exist "%work%" rmdir /s /q "%work%"
mkdir "%work%"
if not exist "%out%" mkdir "%out%"

set "lay_out="%jdk%\bin\java" installer\Image.java"
%lay_out% program "%work%\input" || exit /b 70
%lay_out% runtime "%work%\input" "%work%\runtime" || exit /b 70
%lay_out% options "%work%\input" "%work%\options" || exit /b 70
"%jdk%\bin\java" installer\Icons.java "%work%\icons" || exit /b 70

rem Two launchers: the window without a console, the command line with one.
> "%work%\console.properties" echo win-console=true
"%jdk%\bin\jpackage" --type app-image --name ClassBarometer --app-version %version% ^
    --description "The mood of a classroom, live and on your own machine" ^
    --vendor "The ClassBarometer authors" --copyright "Apache License 2.0" ^
    --icon "%work%\icons\classbarometer.ico" --input "%work%\input" --main-jar classbarometer.jar ^
    --main-class org.classbarometer.Main --runtime-image "%work%\runtime" "@%work%\options" ^
    --add-launcher "classbarometer-cli=%work%\console.properties" --dest "%work%" || exit /b 70

rem Quick starts (docs\decisions\0033), with the Java and the jars where they stay.
%lay_out% rehearse "%work%\ClassBarometer\app" "%work%\ClassBarometer\runtime\bin\java.exe" "%work%\data" || exit /b 70

rem The same product at every version, so that a newer one takes the place of an older one.
"%jdk%\bin\jpackage" --type msi --app-image "%work%\ClassBarometer" --name ClassBarometer --app-version %version% ^
    --win-upgrade-uuid 5d5e0a5c-3a0e-4a53-9f0b-7c3f6e5f1b29 --win-menu --win-menu-group ClassBarometer ^
    --win-shortcut-prompt --win-dir-chooser --license-file LICENSE ^
    --file-associations installer\windows\mp4.properties --file-associations installer\windows\webm.properties ^
    --file-associations installer\windows\mkv.properties --file-associations installer\windows\avi.properties ^
    --dest "%out%" || exit /b 70
dir "%out%"
