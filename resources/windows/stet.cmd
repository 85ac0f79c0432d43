@echo off
rem The command line of Stet. It runs in the program of Stet itself, without a window.
"%~dp0..\Stet.exe" --disable-gpu --log-level=3 --stet-command -- %*
