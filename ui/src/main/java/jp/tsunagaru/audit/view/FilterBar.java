package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.audit.query.AccessKind;
import jp.tsunagaru.audit.query.AccessMark;
import jp.tsunagaru.audit.query.AccessResult;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** What was done, with which result, with which mark. */
class FilterBar extends Div {
  interface Chosen {
    void filter(
        @Nullable AccessKind kind, String action, AccessResult result, @Nullable AccessMark mark);
  }

  private final Select<AccessKind> kind = new Select<>();
  private final ComboBox<String> action = new ComboBox<>(Texts.get("audit.action"));
  private final Select<AccessResult> result = new Select<>();
  private final Select<AccessMark> mark = new Select<>();
  private final transient Chosen chosen;

  FilterBar(Chosen chosen) {
    this.chosen = chosen;
    addClassNames("row", "baseline");
    kind.setLabel(Texts.get("audit.kind"));
    kind.setItems(AccessKind.values());
    optional(kind);
    kind.setItemLabelGenerator(
        value -> value == null ? Texts.get("audit.every") : Texts.of("audit.kind", value));
    Map<String, String> actions = actions();
    List<String> codes =
        actions.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    action.setItems(codes);
    action.setItemLabelGenerator(code -> actions.getOrDefault(code, code));
    action.setPlaceholder(Texts.get("audit.every"));
    action.setClearButtonVisible(true);
    action.addClassName("audit-action");
    result.setLabel(Texts.get("audit.result"));
    result.setItems(AccessResult.values());
    result.setItemLabelGenerator(value -> Texts.of("audit.resultIs", value));
    mark.setLabel(Texts.get("audit.mark"));
    mark.setItems(AccessMark.values());
    optional(mark);
    mark.setItemLabelGenerator(
        value -> value == null ? Texts.get("audit.every") : Texts.of("audit.mark", value));
    kind.addValueChangeListener(change -> changed(change.isFromClient()));
    action.addValueChangeListener(change -> changed(change.isFromClient()));
    result.addValueChangeListener(change -> changed(change.isFromClient()));
    mark.addValueChangeListener(change -> changed(change.isFromClient()));
    add(kind, action, result, mark);
  }

  /**
   * What was asked for and what was done are called alike: the former is found when refused only.
   */
  private static Map<String, String> actions() {
    Map<String, String> done = Texts.under("audit.deed.");
    Set<String> names = Set.copyOf(done.values());
    Map<String, String> actions = new HashMap<>(done);
    Texts.under("audit.action.")
        .forEach((code, name) ->
            actions.put(
                code, names.contains(name) ? Texts.get("audit.refusedAction", name) : name));
    return actions;
  }

  void show(AuditState state) {
    kind.setValue(state.kind());
    action.setValue(state.action().isEmpty() ? null : state.action());
    result.setValue(state.result());
    mark.setValue(state.mark());
  }

  private static void optional(Select<?> select) {
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption(Texts.get("audit.every"));
  }

  private void changed(boolean byPerson) {
    if (byPerson) {
      String code = action.getValue();
      chosen.filter(kind.getValue(), code == null ? "" : code, result.getValue(), mark.getValue());
    }
  }
}
