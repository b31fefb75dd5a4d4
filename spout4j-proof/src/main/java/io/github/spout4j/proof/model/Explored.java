package io.github.spout4j.proof.model;

import java.util.List;

/**
 * What was found out about a model.
 *
 * @param model  its name
 * @param states that it can be in
 * @param moves  between them
 * @param broken what is wrong; null where nothing is
 * @param trace  the shortest way there
 */
record Explored(String model, int states, long moves, String broken, List<String> trace) {
    boolean kept() {
        return broken == null;
    }

    /** What is wrong, and how it came to that. */
    String text() {
        return kept() ? states + " states, " + moves + " moves" : broken + "\n  " + String.join("\n  ", trace);
    }
}
