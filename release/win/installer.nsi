; The installer for Windows: for one account, without an administrator. Compiled by release/windows.py with
; -DVERSION=… -DFOUR=… -DBUNDLE=… -DOUT=… -DICON=… -DKILOBYTES=…
; Silent: 镜鉴安装程序.exe /S [/D=C:\folder]    uninstall.exe /S [/DELETEDATA]
; Exit status: 0 done, 1 cancelled, 2 failed, 5 the program is running.
Unicode true
ManifestDPIAware true
Name "镜鉴"
BrandingText "镜鉴 ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Jingjian"
InstallDirRegKey HKCU "Software\Jingjian" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 32
VIProductVersion "${FOUR}"
VIFileVersion "${FOUR}"
VIAddVersionKey /LANG=2052 "ProductName" "镜鉴"
VIAddVersionKey /LANG=2052 "FileDescription" "镜鉴安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${FOUR}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "The Jingjian authors, MIT License"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include x64.nsh
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\jingjian.exe"
!define MUI_FINISHPAGE_RUN_TEXT "打开镜鉴"
!define MUI_FINISHPAGE_TEXT "镜鉴已装到这个账户。以后从“开始”菜单打开。学习记录只保存在本机。"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

!define CLASSES "Software\Classes"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Jingjian"
!define CHANGED "0x08000000, 0, p 0, p 0"

; Only what was installed is ever moved or removed: the folder may hold files of somebody else's.
!macro EachPart DO
  !insertmacro ${DO} "lib"
  !insertmacro ${DO} "jingjian.exe"
  !insertmacro ${DO} "LICENSE.txt"
  !insertmacro ${DO} "第三方软件.txt"
  !insertmacro ${DO} "uninstall.exe"
!macroend
!macro KeepAsOld PART
  Rename "$INSTDIR\${PART}" "$INSTDIR.old\${PART}"
!macroend
!macro Remove PART
  RMDir /r "$INSTDIR\${PART}"
  Delete "$INSTDIR\${PART}"
!macroend
!macro RemoveOld
  ${If} ${FileExists} "$INSTDIR.old\uninstall.exe"
    RMDir /r "$INSTDIR.old"
  ${EndIf}
!macroend

; A folder that holds other things gets one of ours within it.
Function TakeOwnFolder
  ${If} ${FileExists} "$INSTDIR\jingjian.exe"
  ${AndIf} ${FileExists} "$INSTDIR\lib\*.*"
    Return
  ${EndIf}
  FindFirst $0 $1 "$INSTDIR\*.*"
  ${DoWhile} $1 != ""
    ${If} $1 != "."
    ${AndIf} $1 != ".."
    ${AndIf} $1 != "portable"
    ${AndIf} $1 != "portable.txt"
      FindClose $0
      StrCpy $INSTDIR "$INSTDIR\Jingjian"
      Return
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
FunctionEnd

; A program that runs keeps its file: it cannot be opened for writing.
!macro WaitUntilClosed PREFIX
Function ${PREFIX}WaitUntilClosed
  again:
  ${IfNot} ${FileExists} "$INSTDIR\jingjian.exe"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $0 "$INSTDIR\jingjian.exe" a
  ${IfNot} ${Errors}
    FileClose $0
    Return
  ${EndIf}
  IfSilent silent
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "镜鉴正在运行。请先关闭它的窗口，再按“重试”。" IDRETRY again
  Abort
  silent:
  SetErrorLevel 5
  Quit
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "镜鉴需要 64 位的 Windows 10 或 11。" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section
  Call TakeOwnFolder
  Call WaitUntilClosed
  SetOutPath "$TEMP"
  ; The version before stays beside it until the next one comes, so that an upgrade can be undone. To install the same
  ; version once more, as one does to mend it, leaves the one before in its place.
  ReadRegStr $0 HKCU "${ENTRY}" "DisplayVersion"
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\portable*"
  ${AndIf} $0 != "${VERSION}"
    !insertmacro RemoveOld
    CreateDirectory "$INSTDIR.old"
    !insertmacro EachPart KeepAsOld
  ${EndIf}
  !insertmacro EachPart Remove
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${BUNDLE}/*"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "文件没有写完：请检查磁盘空间和 $INSTDIR 的权限，再安装一次。学习记录不受影响。" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\镜鉴.lnk" "$INSTDIR\jingjian.exe"
  WriteRegStr HKCU "Software\Jingjian" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${CLASSES}\.jjpack" "" "Jingjian.Pack"
  WriteRegStr HKCU "${CLASSES}\Jingjian.Pack" "" "镜鉴内容包"
  WriteRegStr HKCU "${CLASSES}\Jingjian.Pack\DefaultIcon" "" "$INSTDIR\jingjian.exe,0"
  WriteRegStr HKCU "${CLASSES}\Jingjian.Pack\shell\open\command" "" '"$INSTDIR\jingjian.exe" --open "%1"'
  WriteRegStr HKCU "${CLASSES}\.jjexam" "" "Jingjian.Exam"
  WriteRegStr HKCU "${CLASSES}\Jingjian.Exam" "" "镜鉴统考文件"
  WriteRegStr HKCU "${CLASSES}\Jingjian.Exam\DefaultIcon" "" "$INSTDIR\jingjian.exe,0"
  WriteRegStr HKCU "${CLASSES}\Jingjian.Exam\shell\open\command" "" '"$INSTDIR\jingjian.exe" --open "%1"'
  WriteRegStr HKCU "${ENTRY}" "DisplayName" "镜鉴"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\jingjian.exe"
  WriteRegStr HKCU "${ENTRY}" "Publisher" "The Jingjian authors"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
  System::Call "shell32::SHChangeNotify(i ${CHANGED})"
SectionEnd

Section Uninstall
  Call un.WaitUntilClosed
  StrCpy $1 "keep"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DELETEDATA" $2
  ${IfNot} ${Errors}
    StrCpy $1 "delete"
  ${Else}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "同时删除这个账户的学习记录、考试成绩、整改台账和佐证文件吗？$\r$\n$\r$\n（$LOCALAPPDATA\Jingjian）$\r$\n$\r$\n删除后不能恢复。以后还会再安装，请选“否”。" /SD IDNO IDNO keep
    StrCpy $1 "delete"
    keep:
  ${EndIf}
  !insertmacro EachPart Remove
  RMDir "$INSTDIR"
  !insertmacro RemoveOld
  Delete "$SMPROGRAMS\镜鉴.lnk"
  DeleteRegKey HKCU "Software\Jingjian"
  DeleteRegKey HKCU "${CLASSES}\Jingjian.Pack"
  DeleteRegKey HKCU "${CLASSES}\.jjpack"
  DeleteRegKey HKCU "${CLASSES}\Jingjian.Exam"
  DeleteRegKey HKCU "${CLASSES}\.jjexam"
  DeleteRegKey HKCU "${ENTRY}"
  System::Call "shell32::SHChangeNotify(i ${CHANGED})"
  ${If} $1 == "delete"
    RMDir /r "$LOCALAPPDATA\Jingjian"
  ${EndIf}
SectionEnd
