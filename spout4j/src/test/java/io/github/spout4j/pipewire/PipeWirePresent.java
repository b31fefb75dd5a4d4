package io.github.spout4j.pipewire;

import java.util.Optional;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The condition of {@link NeedsPipeWire}; in CI, on Linux, it lets tests run, and fail. */
public final class PipeWirePresent implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return result(PrivatePipeWire.missing());
    }

    static ConditionEvaluationResult result(Optional<String> missing) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("all that it needs is there");
        }
        return OS.current() == OS.LINUX && "true".equals(System.getenv("CI"))
                ? ConditionEvaluationResult.enabled("CI: a failure, as of PipeWire is " + missing.get())
                : ConditionEvaluationResult.disabled(missing.get());
    }
}
