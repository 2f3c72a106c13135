@echo off
rem The program as a folder for PCs without Python, built and tried on Windows: .ci\bundle.cmd [EXTRAS]
rem It needs Python 3.11 or newer. What it makes, dist\bundle\kiemtin, is copied whole and holds kiemtin.exe.
setlocal
cd /d "%~dp0\.."
set "EXTRAS=%~1"
if "%EXTRAS%"=="" set "EXTRAS=serve,watch"
py -3 -m venv .venv || exit /b 1
.venv\Scripts\python -m pip install --disable-pip-version-check --require-hashes -r requirements-dev.lock || exit /b 1
.venv\Scripts\python -m pip install --disable-pip-version-check --require-hashes -r requirements-bundle.lock || exit /b 1
.venv\Scripts\python -X utf8 .ci\bundle.py --extras %EXTRAS% || exit /b 1
