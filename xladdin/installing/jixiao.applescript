-- Starts Python for the ribbon, outside Excel's sandbox, and does not wait for it.
-- The request holds three lines: the interpreter, the command, which workbook.  Each reaches the
-- shell quoted, so that none can be taken for a command.
on RunJixiao(request)
	set {interpreter, pythonCommand, workbookArgument} to paragraphs of request
	try
		do shell script "test -x " & quoted form of interpreter
	on error
		return "1"
	end try
	set logFile to (POSIX path of (path to home folder)) & "Library/Logs/jixiao-start.log"
	do shell script "cd / && " & quoted form of interpreter & " -E -P -B -c " & quoted form of pythonCommand & " " & quoted form of workbookArgument & " > /dev/null 2> " & quoted form of logFile & " &"
	return "0"
end RunJixiao
