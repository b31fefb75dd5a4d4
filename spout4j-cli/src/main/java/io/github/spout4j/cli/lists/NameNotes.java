package io.github.spout4j.cli.lists;

import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.cli.SenderTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a list of senders does not show by itself.
 *
 * @param unreadable how many names have no text here
 * @param unseen     the senders that programs on the SDK do not see, each with a name that they would see
 */
public record NameNotes(int unreadable, Map<String, String> unseen) {
    static NameNotes of(SenderDirectory directory, List<SenderInfo> senders) {
        Map<String, String> unseen = new LinkedHashMap<>();
        senders.forEach(sender -> directory.nameForSdk(sender.name())
                .ifPresent(seen -> unseen.put(sender.name(), seen)));
        return new NameNotes(directory.unreadable(), unseen);
    }

    Optional<String> nameForSdk(SenderInfo sender) {
        return Optional.ofNullable(unseen.get(sender.name()));
    }

    /** A line each; nothing where there is nothing to tell. */
    String text() {
        StringBuilder text = new StringBuilder(notShown());
        unseen.forEach((name, seen) -> text.append(SenderTexts.unseen(name, seen)).append(System.lineSeparator()));
        return text.toString();
    }

    /** A line; nothing where all names are shown. */
    String notShown() {
        return unreadable == 0
                ? ""
                : unreadable + (unreadable == 1 ? " name" : " names") + " not shown: no text in this system's encoding"
                        + System.lineSeparator();
    }
}
