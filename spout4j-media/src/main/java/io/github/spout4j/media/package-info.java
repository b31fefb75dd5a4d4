/**
 * Films, cameras and streams as senders ({@link io.github.spout4j.media.FilmSender}), and senders as films and streams
 * ({@link io.github.spout4j.media.FilmReceiver}), by the program ffmpeg, which is found by {@link io.github.spout4j.media.Ffmpeg}. Sound is
 * not Spout's: it is left out.
 */
package io.github.spout4j.media;
