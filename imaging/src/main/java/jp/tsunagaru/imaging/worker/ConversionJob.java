package jp.tsunagaru.imaging.worker;

import java.nio.file.Path;
import jp.tsunagaru.imaging.MediaKind;
import jp.tsunagaru.imaging.RenderOptions;

/**
 * One file to render in a worker.
 *
 * @param input the file, already inspected
 * @param kind what the inspection found
 * @param outDir folder for {@code thumbnail.jpg} and {@code display.jpg}; created when missing,
 *     must not be shared with another job
 * @param options what to render
 */
public record ConversionJob(Path input, MediaKind kind, Path outDir, RenderOptions options) {}
