/** Films, cameras and other machines, by the program ffmpeg. */
module io.github.spout4j.media {
    requires transitive io.github.spout4j;

    exports io.github.spout4j.media;
}
