package io.github.spout4j.cli.doctor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the user's name out of paths, since a report is for everybody.
 *
 * @param home the home directory
 * @param user the user's name
 */
record Anonymity(String home, String user) {
    private static final String USER = "USER";
    /** What is below the folder of all homes, in the manner of Windows, macOS and Linux; spaces belong to it where a path goes on. */
    private static final Pattern BELOW_HOMES = Pattern.compile(
            "(?i)([\\\\/](?:users|home|documents and settings)[\\\\/]+)(?:[^\\\\/\\r\\n\"']+(?=[\\\\/])|[^\\\\/\\s\"',;:()]+)");
    /** A path from its first separator on. */
    private static final Pattern PATH = Pattern.compile("[^\\s\"'|]*[\\\\/][^\\s\"'|]*");

    static Anonymity ofUser() {
        return new Anonymity(System.getProperty("user.home"), System.getProperty("user.name"));
    }

    String of(String text) {
        String homeless = home.length() > 1
                ? Pattern.compile(Pattern.quote(home) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE).matcher(text)
                        .replaceAll("~")
                : text;
        String without = BELOW_HOMES.matcher(homeless).replaceAll("$1" + USER);
        return user.isEmpty() ? without : withoutName(without);
    }

    private String withoutName(String text) {
        String name = "(?<![\\p{L}\\p{N}])" + Pattern.quote(user) + "(?![\\p{L}\\p{N}])";
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        String part = "(?<=[\\\\/])" + Pattern.quote(user) + "(?=[\\\\/])"; // a name with spaces is whole there
        String whole = Pattern.compile(part, flags).matcher(text).replaceAll(USER);
        Pattern anywhere = Pattern.compile(name, flags);
        return PATH.matcher(whole).replaceAll(
                path -> Matcher.quoteReplacement(anywhere.matcher(path.group()).replaceAll(USER)));
    }
}
