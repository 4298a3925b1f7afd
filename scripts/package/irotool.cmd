@echo off
rem Runs irotool with the Node beside it, wherever this folder lies.
"%~dp0node\node.exe" "%~dp0app\bin\irotool.js" %*
exit /b %ERRORLEVEL%
