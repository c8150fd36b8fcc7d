package jp.tsunagaru.document.view;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.document.Medicine;
import jp.tsunagaru.document.SameIngredient;
import jp.tsunagaru.shell.view.Texts;

/** Says that medicines name the same ingredient, and how little that is. It stops nobody. */
final class IngredientWarning {
  private IngredientWarning() {}

  static Div of(SameIngredient same) {
    Div box = new Div(VaadinIcon.WARNING.create(), new Span(sentence(same)));
    box.addClassNames("attention-box", "ingredient-warning");
    return box;
  }

  static Span limits() {
    Span limits = new Span(Texts.get("medicine.same.limits"));
    limits.addClassNames("small", "muted");
    return limits;
  }

  private static String sentence(SameIngredient same) {
    return Texts.get(
        "medicine.same",
        same.medicines().stream()
            .map(IngredientWarning::named)
            .collect(Collectors.joining(Texts.get("medicine.same.and"))));
  }

  private static String named(Medicine medicine) {
    return medicine.ingredient().isEmpty()
        ? medicine.name()
        : Texts.get("medicine.named", medicine.name(), medicine.ingredient());
  }

  /** Asks once more before such a thing is written; at once when there is nothing to ask. */
  static void ask(List<SameIngredient> found, String confirm, Runnable then) {
    if (found.isEmpty()) {
      then.run();
      return;
    }
    Div words = new Div();
    found.forEach(same -> words.add(of(same)));
    words.add(limits());
    words.addClassName("medicine-warnings");
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("medicine.same.question"));
    dialog.setText(words);
    dialog.setConfirmText(confirm);
    dialog.addConfirmListener(event -> then.run());
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("medicine.same.back"));
    dialog.open();
  }
}
