package io.github.spout4j.cli;

import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to tell somebody who named a sender that is not there. */
public final class OtherSenders {
    private static final int MOST = 5;

    private OtherSenders() {}

    /** The sender that was perhaps meant, else those that are there. */
    public static String insteadOf(String name, SenderDirectory directory) {
        return insteadOf(name, directory.list().stream().map(SenderInfo::name).toList());
    }

    /** A question after the sender that was perhaps meant. */
    public static Optional<String> near(String name, SenderDirectory directory) {
        return near(name, directory.list().stream().map(SenderInfo::name).toList());
    }

    private static Optional<String> near(String name, List<String> there) {
        return NearName.of(name, there).filter(near -> !near.equals(name))
                .map(near -> "did you mean \"" + near + "\"?");
    }

    static String insteadOf(String name, List<String> there) {
        return near(name, there).orElseGet(() -> those(there));
    }

    private static String those(List<String> there) {
        if (there.isEmpty()) {
            return "there are no senders at all";
        }
        String names = there.stream().limit(MOST).map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        return "there is " + names + (there.size() > MOST ? " and " + (there.size() - MOST) + " more" : "");
    }
}
