package jp.tsunagaru.careteam.view;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tsunagaru.careteam.query.Colleague;
import jp.tsunagaru.careteam.query.Colleagues;
import jp.tsunagaru.careteam.query.FindColleagues;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.ProfessionBadge;
import jp.tsunagaru.shell.view.Texts;
import org.axonframework.queryhandling.QueryGateway;

/** Finds a colleague by name, kana or facility. */
public final class ColleagueBox extends ComboBox<Colleague> {
  private static final int SECONDS = 5;

  private final QueryGateway queries;

  public ColleagueBox(String label, QueryGateway queries) {
    super(label);
    this.queries = queries;
    setPlaceholder(Texts.get("careteam.colleague.placeholder"));
    setItemLabelGenerator(ColleagueBox::label);
    setRenderer(new ComponentRenderer<>(ColleagueBox::row));
    setWidthFull();
    setItems(query -> {
      String typed = query.getFilter().orElse("");
      int from = query.getOffset();
      int count = query.getLimit();
      return find(typed).skip(from).limit(count);
    });
  }

  static String label(Colleague colleague) {
    return Texts.get(
        "careteam.colleague.label",
        colleague.name(),
        Names.of(colleague.profession()),
        colleague.facility());
  }

  static Div row(Colleague colleague) {
    Span name = new Span(colleague.name());
    Span where =
        new Span(
            Texts.get(
                "careteam.colleague.where",
                Names.of(colleague.profession()),
                colleague.facility()));
    where.addClassName("muted");
    Div words = new Div(name, where);
    words.addClassName("colleague-words");
    Div row = new Div(new ProfessionBadge(colleague.profession()), words);
    row.addClassName("colleague-row");
    return row;
  }

  private Stream<Colleague> find(String typed) {
    try {
      return queries
          .query(new FindColleagues(typed), Colleagues.class)
          .orTimeout(SECONDS, TimeUnit.SECONDS)
          .join()
          .people()
          .stream();
    } catch (CompletionException notNow) {
      return List.<Colleague>of().stream();
    }
  }
}
