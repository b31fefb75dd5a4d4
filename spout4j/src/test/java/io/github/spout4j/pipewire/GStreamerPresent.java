package io.github.spout4j.pipewire;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The condition of {@link NeedsGStreamer}; in CI, on Linux, it lets tests run, and fail. */
final class GStreamerPresent implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return PipeWirePresent.result(PrivatePipeWire.missing().or(GstLaunch::missing));
    }
}
