package jp.tsunagaru.attachment.view;

import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.attachment.FilePictures;
import jp.tsunagaru.attachment.FilePictures.Window;
import jp.tsunagaru.shell.view.Texts;

/**
 * A way to show grey levels. The windows for CT are in Hounsfield units, which only CT has; another
 * examination offers what its file names.
 *
 * @param window empty for the picture as it came
 */
record WindowChoice(String label, Optional<Window> window) {
  private static final String CT = "CT";

  static List<WindowChoice> of(FilePictures.Choices file) {
    List<WindowChoice> choices = new ArrayList<>();
    choices.add(new WindowChoice(Texts.get("attachment.window.original"), Optional.empty()));
    if (!file.gray()) {
      return choices;
    }
    for (int i = 1; i < file.windows().size(); i++) {
      Window window = file.windows().get(i);
      choices.add(
          new WindowChoice(
              Texts.get(
                  "attachment.window.file", i + 1, number(window.center()), number(window.width())),
              Optional.of(window)));
    }
    if (file.modality().equals(CT)) {
      choices.add(preset("bone", 400, 2000));
      choices.add(preset("lung", -600, 1500));
      choices.add(preset("mediastinum", 40, 400));
      choices.add(preset("brain", 35, 80));
    }
    return choices;
  }

  private static WindowChoice preset(String name, double center, double width) {
    return new WindowChoice(
        Texts.get("attachment.window." + name), Optional.of(new Window(center, width)));
  }

  private static String number(double value) {
    return new DecimalFormat("0.##").format(value);
  }
}
