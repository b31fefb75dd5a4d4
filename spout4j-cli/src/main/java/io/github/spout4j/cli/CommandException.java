package io.github.spout4j.cli;

/** Ends the command with one line for the user and an exit code. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static CommandException failed(String message) {
        return failed(message, null);
    }

    static CommandException failed(String message, Throwable cause) {
        return new CommandException(ExitCode.FAILED, message, cause);
    }

    static CommandException badInput(String message) {
        return badInput(message, null);
    }

    static CommandException badInput(String message, Throwable cause) {
        return new CommandException(ExitCode.BAD_INPUT, message, cause);
    }

    static CommandException nothingFound(String message) {
        return new CommandException(ExitCode.NOTHING_FOUND, message, null);
    }

    int exitCode() {
        return exitCode;
    }
}
