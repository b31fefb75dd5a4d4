package io.github.spout4j.cli.films;

import java.time.Duration;
import java.util.Locale;

/** Times and sizes of films, for people. */
final class FilmTexts {
    private static final double KIB = 1024;

    private FilmTexts() {}

    /** Such as 0:10.0 or 1:02:03.5. */
    static String time(Duration time) {
        long tenths = Math.round(time.toNanos() / 1e8);
        long seconds = tenths / 10;
        String rest = String.format(Locale.ROOT, "%02d.%d", seconds % 60, tenths % 10);
        long minutes = seconds / 60;
        return minutes < 60
                ? minutes + ":" + rest
                : String.format(Locale.ROOT, "%d:%02d:%s", minutes / 60, minutes % 60, rest);
    }

    /** Such as 812 KiB or 2.1 MiB. */
    static String bytes(long bytes) {
        if (bytes < KIB) {
            return bytes + " bytes";
        }
        if (bytes < KIB * KIB) {
            return Math.round(bytes / KIB) + " KiB";
        }
        double mib = bytes / KIB / KIB;
        return mib < KIB
                ? String.format(Locale.ROOT, "%.1f MiB", mib)
                : String.format(Locale.ROOT, "%.2f GiB", mib / KIB);
    }

    static String rate(double fps) {
        return String.format(Locale.ROOT, "%.1f fps", fps);
    }

    static String frames(long count) {
        return count + (count == 1 ? " frame" : " frames");
    }
}
