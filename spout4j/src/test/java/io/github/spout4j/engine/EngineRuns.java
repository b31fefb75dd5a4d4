package io.github.spout4j.engine;

import io.github.spout4j.pipewire.PipeWirePresent;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips all tests where the engine under test cannot run; in CI they fail. Of every test, by itself. */
public final class EngineRuns implements ExecutionCondition {
    private final ExecutionCondition daemon = new PipeWirePresent();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return "pipewire".equals(System.getProperty("spout.engine"))
                ? daemon.evaluateExecutionCondition(context)
                : ConditionEvaluationResult.enabled("its engine needs nothing else");
    }
}
