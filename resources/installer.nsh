; Folders can be opened with Ascribe from the file manager; it opens those that are notebooks.
!macro customInstall
  WriteRegStr HKCU "Software\Classes\Directory\shell\Ascribe" "" "Open as a notebook in Ascribe"
  WriteRegStr HKCU "Software\Classes\Directory\shell\Ascribe" "Icon" "$INSTDIR\Ascribe.exe"
  WriteRegStr HKCU "Software\Classes\Directory\shell\Ascribe\command" "" '"$INSTDIR\Ascribe.exe" "%1"'
!macroend
!macro customUnInstall
  DeleteRegKey HKCU "Software\Classes\Directory\shell\Ascribe"
!macroend
