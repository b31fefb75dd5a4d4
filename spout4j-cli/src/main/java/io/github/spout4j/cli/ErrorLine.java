package io.github.spout4j.cli;

import io.github.spout4j.SpoutException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user of an error in one line on standard error. */
final class ErrorLine implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final BooleanSupplier debug;

    /** @param debug whether the stack trace follows */
    ErrorLine(BooleanSupplier debug) {
        this.debug = debug;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String hint = " (see " + command.getCommandSpec().qualifiedName() + " --help)";
        return tell(command, message(e) + hint, ExitCode.BAD_INPUT, e);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return switch (e) {
            case CommandException told -> tell(command, told.getMessage(), told.exitCode(), e);
            case SpoutException _ -> tell(command, e.getMessage(), ExitCode.FAILED, e);
            default -> tell(command, "unexpected: " + e + (debug.getAsBoolean() ? "" : " (--debug shows where)"),
                    ExitCode.FAILED, e);
        };
    }

    private static String message(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return e.getMessage();
        }
        String message = "\"" + String.join(" ", unmatched.getUnmatched()) + "\" is not understood";
        return NearName.of(unmatched.getUnmatched().getFirst(), unmatched.getSuggestions())
                .map(meant -> message + "; did you mean " + meant + "?").orElse(message);
    }

    private int tell(CommandLine command, String message, int exitCode, Exception e) {
        Style style = Style.onStderr();
        System.err.println(style.red(command.getCommandSpec().qualifiedName() + ":") + " " + SafeText.of(message));
        if (debug.getAsBoolean()) {
            e.printStackTrace();
        }
        return exitCode;
    }
}
