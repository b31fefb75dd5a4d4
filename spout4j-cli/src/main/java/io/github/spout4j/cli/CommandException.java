package io.github.spout4j.cli;

/** Ends the command with one line for the user and an exit code. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public static CommandException failed(String message) {
        return failed(message, null);
    }

    public static CommandException failed(String message, Throwable cause) {
        return new CommandException(ExitCode.FAILED, message, cause);
    }

    public static CommandException badInput(String message) {
        return badInput(message, null);
    }

    public static CommandException badInput(String message, Throwable cause) {
        return new CommandException(ExitCode.BAD_INPUT, message, cause);
    }

    public static CommandException nothingFound(String message) {
        return new CommandException(ExitCode.NOTHING_FOUND, message, null);
    }

    public int exitCode() {
        return exitCode;
    }
}
