package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Turns a refusal into the sentence that says what happened, what was kept and what to do. */
public final class Refusals {
  private static final int LONG_ENOUGH_TO_READ = 9000;

  private Refusals() {}

  /** The refusal in a failure, however it is wrapped. */
  public static Optional<Refused> find(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }

  public static boolean is(@Nullable Throwable failure, RefusalCode code) {
    return find(failure).filter(refused -> refused.code() == code).isPresent();
  }

  public static String sentence(Refused refused) {
    Map<String, String> parameters = refused.parameters();
    String field = parameters.getOrDefault("field", "");
    String fieldName = Texts.find("field." + field).orElse(Texts.get("field.unnamed"));
    return switch (refused.code()) {
      case FIELD_TOO_LONG ->
          Texts.get("refusal.FIELD_TOO_LONG", fieldName, parameters.getOrDefault("max", ""));
      case FILE_TOO_LARGE, FILE_TOO_MANY, FILE_QUOTA_PERSON, FILE_QUOTA_FACILITY ->
          Texts.get("refusal." + refused.code().name(), parameters.getOrDefault("max", ""));
      case PATIENTS_LEFT ->
          Texts.get("refusal.PATIENTS_LEFT", parameters.getOrDefault("patients", ""));
      case SIGN_IN_THROTTLED ->
          Texts.get("refusal.SIGN_IN_THROTTLED", parameters.getOrDefault("seconds", "60"));
      default -> Texts.get("refusal." + refused.code().name(), fieldName);
    };
  }

  /** Shows why something was not done; an unknown failure is logged under an incident number. */
  public static void show(Throwable failure) {
    Optional<Refused> refused = find(failure);
    if (refused.filter(r -> r.code() == RefusalCode.NOT_SIGNED_IN).isPresent()) {
      SignOutHandler.endHere("REVOKED");
      return;
    }
    warn(
        refused
            .map(Refusals::sentence)
            .orElseGet(() -> Texts.get("error.unexpected.text", Incidents.report(failure))));
  }

  /** Stays until it is closed or was read, and can be told from good news by its word and icon. */
  public static void warn(String sentence) {
    Notification notification = new Notification();
    Span mark = new Span(Texts.get("notice.warning"));
    mark.addClassName("notice-mark");
    Button ok = new Button(Texts.get("action.close"), click -> notification.close());
    ok.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    Div row = new Div(mark, new Span(sentence), ok);
    row.addClassName("notice");
    notification.add(row);
    notification.addThemeVariants(NotificationVariant.LUMO_WARNING);
    notification.setPosition(Notification.Position.TOP_CENTER);
    notification.setDuration(LONG_ENOUGH_TO_READ);
    notification.setAssertive(true);
    if (UI.getCurrent() != null) {
      notification.open();
    }
  }

  /** Says that something was done. */
  public static void done(String sentence) {
    Notification notification =
        Notification.show(sentence, 4000, Notification.Position.BOTTOM_CENTER);
    notification.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
  }
}
