package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagaru.audit.query.ProofState;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** Says at the top whether the proof over all stored events holds, and until when it is signed. */
class ProofLine extends Div {
  ProofLine() {
    addClassName("small");
    setVisible(false);
  }

  void show(ProofState state) {
    setVisible(true);
    List<ProofState.Log> alarmed =
        state.logs().stream().filter(log -> !log.alarm().isEmpty()).toList();
    setClassName("danger-box", !alarmed.isEmpty());
    setClassName("calm-box", alarmed.isEmpty());
    setText(alarmed.isEmpty() ? well(state) : wrong(alarmed));
  }

  private static String well(ProofState state) {
    Optional<Instant> latest =
        state.logs().stream()
            .flatMap(log -> Stream.ofNullable(log.signedAt()))
            .max(Comparator.naturalOrder());
    long signed = state.logs().stream().mapToLong(ProofState.Log::signed).sum();
    return latest
        .map(
            at -> Texts.get("audit.proof.good", DateTexts.moment(at), String.format("%,d", signed)))
        .orElseGet(() -> Texts.get("audit.proof.unsigned"));
  }

  private static String wrong(List<ProofState.Log> alarmed) {
    return Texts.get(
        "audit.proof.wrong",
        Texts.find("audit.proof.alarm." + alarmed.getFirst().alarm())
            .orElse(alarmed.getFirst().alarm()));
  }
}
