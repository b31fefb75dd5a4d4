package io.github.spout4j;

/**
 * One line of a diagnosis.
 *
 * @param topic  what was looked at, such as "sender directory"
 * @param value  what was found
 * @param level  how good that is
 * @param advice what to do; empty where nothing is to be done
 */
public record Finding(String topic, String value, Level level, String advice) {
    /** How good a finding is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** It works, but not as well as it could. */
        WARNING,
        /** Something does not work. */
        PROBLEM
    }

    /**
     * A finding that is as it should be.
     *
     * @param topic what was looked at
     * @param value what was found
     * @return the finding, without advice
     */
    public static Finding ok(String topic, String value) {
        return new Finding(topic, value, Level.OK, "");
    }
}
