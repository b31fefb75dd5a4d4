package io.github.spout4j.pixels;

/** Rows of a picture, top row first, as planes: red, green and blue by themselves, alpha where there is a fourth plane. */
interface PlanarRows {
    void read(int y, float[][] planes);

    /** Planes are any after that. */
    void write(float[][] planes, int y);
}
