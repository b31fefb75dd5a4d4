package io.github.spout4j.peer;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where no Spout.dll is given; in CI it lets them run, and fail. */
final class GenuineDllPresent implements ExecutionCondition {
    static final String PROPERTY = "spout.peer.dll";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (System.getProperty(PROPERTY) != null) {
            return ConditionEvaluationResult.enabled("the genuine Spout code is " + System.getProperty(PROPERTY));
        }
        return "true".equals(System.getenv("CI"))
                ? ConditionEvaluationResult.enabled("CI: a missing Spout.dll is a failure")
                : ConditionEvaluationResult.disabled("no genuine Spout code: -D" + PROPERTY + " is not set");
    }
}
