; The installer of CDD Desktop. Per user without rights by default; /AllUsers from an elevated prompt for the machine.
; Silent: /S. Exit codes: 0 done, 2 refused (a newer version is here, no rights), 3 the program is running.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!include MUI2.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh

!define PROGRAM "CDD Desktop"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PROGRAM}"
!define CLASSES "Software\Classes"

Name "${PROGRAM} ${VERSION}"
OutFile "${TARGET}"
RequestExecutionLevel user
InstallDir ""
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${PROGRAM}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "CompanyName" "กรมการพัฒนาชุมชน (Community Development Department)"
VIAddVersionKey /LANG=0 "FileDescription" "${PROGRAM} Setup"
VIAddVersionKey /LANG=0 "LegalCopyright" "กรมการพัฒนาชุมชน"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishRun)"
BrandingText "${PROGRAM} ${VERSION}"
!define MUI_LANGDLL_REGISTRY_ROOT SHCTX
!define MUI_LANGDLL_REGISTRY_KEY "Software\${PROGRAM}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_PAGE_HEADER_TEXT "$(RemoveTitle)"
!define MUI_PAGE_HEADER_SUBTEXT ""
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(RemoveText)"
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "$(RemovePlace)"
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "$(RemoveTitle)"
!define MUI_PAGE_HEADER_SUBTEXT ""
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "$(RemovedTitle)"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT ""
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Thai"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString WelcomeTitle ${LANG_THAI} "ติดตั้ง ${PROGRAM} ${VERSION}"
LangString WelcomeTitle ${LANG_ENGLISH} "Install ${PROGRAM} ${VERSION}"
LangString WelcomeText ${LANG_THAI} "โปรแกรมบันทึกและส่งรายงาน ของสำนักงานพัฒนาชุมชน$\r$\n$\r$\nถ้ามีรุ่นเก่าอยู่แล้ว จะเปลี่ยนเป็นรุ่นนี้ และข้อมูลที่บันทึกไว้อยู่ครบ$\r$\n$\r$\nกด ต่อไป"
LangString WelcomeText ${LANG_ENGLISH} "With this program an office of the Community Development Department enters and sends its reports.$\r$\n$\r$\nAn older version is replaced, and everything recorded with it stays.$\r$\n$\r$\nPress Next."
LangString FinishTitle ${LANG_THAI} "ติดตั้งเสร็จแล้ว"
LangString FinishTitle ${LANG_ENGLISH} "Installed"
LangString FinishText ${LANG_THAI} "เปิดโปรแกรมได้จากไอคอนบนหน้าจอ หรือจากเมนูเริ่ม"
LangString FinishText ${LANG_ENGLISH} "Open the program from its icon on the desktop or from the Start menu."
LangString FinishRun ${LANG_THAI} "เปิด ${PROGRAM} เลย"
LangString FinishRun ${LANG_ENGLISH} "Open ${PROGRAM} now"
LangString RemoveTitle ${LANG_THAI} "ถอนการติดตั้ง ${PROGRAM}"
LangString RemoveTitle ${LANG_ENGLISH} "Uninstall ${PROGRAM}"
LangString RemoveText ${LANG_THAI} "จะลบโปรแกรมออกจากเครื่องนี้ แล้วจะถามก่อนว่าให้ลบข้อมูลที่บันทึกไว้ด้วยหรือไม่"
LangString RemoveText ${LANG_ENGLISH} "The program is removed from this machine. You are asked before anything you recorded is deleted."
LangString RemovePlace ${LANG_THAI} "โปรแกรมอยู่ที่"
LangString RemovePlace ${LANG_ENGLISH} "It lies in"
LangString RemovedTitle ${LANG_THAI} "ถอนการติดตั้งเสร็จแล้ว"
LangString RemovedTitle ${LANG_ENGLISH} "Uninstalled"
LangString ^UninstallBtn ${LANG_THAI} "ถอนการติดตั้ง"
LangString ^UninstallCaption ${LANG_THAI} "ถอนการติดตั้ง ${PROGRAM}"
LangString Newer ${LANG_THAI} "เครื่องนี้มีรุ่นที่ใหม่กว่าอยู่แล้ว ($0) จึงไม่ติดตั้งรุ่น ${VERSION} ทับ ข้อมูลและโปรแกรมเดิมอยู่ครบ"
LangString Newer ${LANG_ENGLISH} "A newer version ($0) is installed here, so ${VERSION} is not put over it. Program and data stay as they are."
LangString Running ${LANG_THAI} "โปรแกรมเปิดอยู่ ปิดโปรแกรม (รวมถึงไอคอนข้างนาฬิกา) แล้วกดลองใหม่"
LangString Running ${LANG_ENGLISH} "The program is running. Close it (also its icon beside the clock), then try again."
LangString NoRights ${LANG_THAI} "ติดตั้งให้ทุกคนในเครื่องต้องใช้สิทธิ์ผู้ดูแลระบบ เปิดตัวติดตั้งแบบผู้ดูแล หรือติดตั้งเฉพาะผู้ใช้นี้"
LangString NoRights ${LANG_ENGLISH} "Installing for everybody needs administrator rights. Start the installer as administrator, or install for yourself."
LangString NotSwapped ${LANG_THAI} "เปลี่ยนโปรแกรมเป็นรุ่นใหม่ไม่สำเร็จ รุ่นเดิมยังใช้ได้และข้อมูลอยู่ครบ ปิดโปรแกรมแล้วลองอีกครั้ง"
LangString NotSwapped ${LANG_ENGLISH} "The program could not be replaced. The old version still works and all data are kept. Close it and try again."
LangString KeepData ${LANG_THAI} "ลบข้อมูลที่บันทึกไว้ในเครื่องนี้ด้วยหรือไม่$\r$\n$\r$\nถ้ายังมีข้อมูลที่ไม่ได้ส่ง ข้อมูลนั้นจะหายไป แนะนำให้เก็บไว้ (ตอบ ไม่)"
LangString KeepData ${LANG_ENGLISH} "Delete the data recorded on this machine as well?$\r$\n$\r$\nWhat has not been sent would be lost. It is better to keep them (answer No)."

Var DataFolder
Var UserFolder

!macro ForWhom
  SetShellVarContext current
  StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${PROGRAM}"
  StrCpy $DataFolder "$LOCALAPPDATA\${PROGRAM}"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/AllUsers" $R1
  ${IfNot} ${Errors}
    UserInfo::GetAccountType
    Pop $R1
    ${If} $R1 != "Admin"
      MessageBox MB_ICONSTOP|MB_OK "$(NoRights)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    SetShellVarContext all
    StrCpy $INSTDIR "$PROGRAMFILES64\${PROGRAM}"
  ${EndIf}
!macroend

!macro NotWhileRunning
  ${Do}
    ClearErrors
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}.exe"
      ${ExitDo}
    ${EndIf}
    FileOpen $R2 "$INSTDIR\${PROGRAM}.exe" a
    ${IfNot} ${Errors}
      FileClose $R2
      ${ExitDo}
    ${EndIf}
    ${If} ${Silent}
      SetErrorLevel 3
      Quit
    ${EndIf}
    MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(Running)" IDRETRY +3
    SetErrorLevel 3
    Quit
  ${Loop}
!macroend

Function .onInit
  SetRegView 64
  !insertmacro ForWhom
  !insertmacro MUI_LANGDLL_DISPLAY
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_ICONSTOP|MB_OK "$(Newer)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "program"
  !insertmacro NotWhileRunning
  ; the new program is laid beside the old one and takes its place at the end: an interruption leaves one that starts
  RMDir /r "$INSTDIR.new"
  SetOutPath "$INSTDIR.new"
  File /r "${SOURCE}\*"
  WriteUninstaller "$INSTDIR.new\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.old"
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\*.*"
    Rename "$INSTDIR" "$INSTDIR.old"
  ${EndIf}
  ${If} ${Errors}
    RMDir /r "$INSTDIR.new"
    MessageBox MB_ICONSTOP|MB_OK "$(NotSwapped)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  Rename "$INSTDIR.new" "$INSTDIR"
  ${If} ${Errors}
    Rename "$INSTDIR.old" "$INSTDIR"
    MessageBox MB_ICONSTOP|MB_OK "$(NotSwapped)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  RMDir /r "$INSTDIR.old"

  SetOutPath "$DOCUMENTS" ; where the program started from a shortcut begins to look for files
  CreateShortCut "$SMPROGRAMS\${PROGRAM}.lnk" "$INSTDIR\${PROGRAM}.exe"
  CreateShortCut "$DESKTOP\${PROGRAM}.lnk" "$INSTDIR\${PROGRAM}.exe"

  !macro Opens EXTENSION WORDS
    WriteRegStr SHCTX "${CLASSES}\.${EXTENSION}" "" "CDDDesktop.${EXTENSION}"
    WriteRegStr SHCTX "${CLASSES}\CDDDesktop.${EXTENSION}" "" "${WORDS}"
    WriteRegStr SHCTX "${CLASSES}\CDDDesktop.${EXTENSION}\DefaultIcon" "" "$INSTDIR\${PROGRAM}.exe,0"
    WriteRegStr SHCTX "${CLASSES}\CDDDesktop.${EXTENSION}\shell\open\command" "" '"$INSTDIR\${PROGRAM}.exe" "%1"'
  !macroend
  !insertmacro Opens "cddbatch" "ชุดส่งข้อมูล CDD"
  !insertmacro Opens "cddreceipt" "ใบรับข้อมูล CDD"
  !insertmacro Opens "cddpack" "ชุดข้อมูลจากส่วนกลาง CDD"
  !insertmacro Opens "cddenrol" "ไฟล์ลงทะเบียนหน่วยงาน CDD"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "ศูนย์ข้อมูลกลาง กรมการพัฒนาชุมชน (CDD Desktop)"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "กรมการพัฒนาชุมชน (Community Development Department)"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext current
  StrCpy $UserFolder "$LOCALAPPDATA\${PROGRAM}"
  StrCpy $DataFolder $UserFolder
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 != $INSTDIR
    SetShellVarContext all
    StrCpy $DataFolder ""
  ${EndIf}
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "Uninstall"
  !insertmacro NotWhileRunning
  Delete "$SMPROGRAMS\${PROGRAM}.lnk"
  Delete "$DESKTOP\${PROGRAM}.lnk"
  !macro Forgets EXTENSION
    DeleteRegKey SHCTX "${CLASSES}\.${EXTENSION}"
    DeleteRegKey SHCTX "${CLASSES}\CDDDesktop.${EXTENSION}"
  !macroend
  !insertmacro Forgets "cddbatch"
  !insertmacro Forgets "cddreceipt"
  !insertmacro Forgets "cddpack"
  !insertmacro Forgets "cddenrol"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${PROGRAM}"
  ; only what was installed: anything a person put beside it stays
  Delete "$INSTDIR\${PROGRAM}.exe"
  Delete "$INSTDIR\cdd-desktop.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\_internal"
  RMDir "$INSTDIR"
  ; newer versions that came as updates are the program too, and so is what was fetched for them
  RMDir /r "$UserFolder\versions"
  RMDir /r "$UserFolder\updates"
  Delete "$UserFolder\current.json"
  RMDir "$UserFolder"
  ${If} $DataFolder != ""
  ${AndIf} ${FileExists} "$DataFolder\*.*"
    MessageBox MB_ICONQUESTION|MB_YESNO|MB_DEFBUTTON2 "$(KeepData)" /SD IDNO IDNO +2
    RMDir /r "$DataFolder"
  ${EndIf}
SectionEnd
