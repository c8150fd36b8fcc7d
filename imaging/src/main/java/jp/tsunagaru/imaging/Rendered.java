package jp.tsunagaru.imaging;

import java.nio.file.Path;

/**
 * The pictures of one page or frame.
 *
 * @param thumbnail JPEG, longest side at most 320 pixels
 * @param display JPEG, longest side at most 2048 pixels, without any metadata of the original
 * @param width width of the display picture
 * @param height height of the display picture
 * @param page the page or frame shown, counted from 1
 * @param pages pages or frames of the file
 * @param referenceMark whether 「参考画像」 was drawn into the pictures (DICOM only)
 */
public record Rendered(
    Path thumbnail, Path display, int width, int height, int page, int pages, boolean referenceMark)
    implements RenderOutcome {}
