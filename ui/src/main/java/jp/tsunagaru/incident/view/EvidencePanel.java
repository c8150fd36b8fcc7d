package jp.tsunagaru.incident.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.tsunagaru.incident.query.Evidence;
import jp.tsunagaru.incident.query.GetEvidence;
import jp.tsunagaru.incident.query.IncidentDetail;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;

/**
 * Who opened the records concerned, what a lost id could reach, and all of it with its proof
 * (IN-08).
 */
final class EvidencePanel extends Div {
  private static final String FILE_NAME = "tsunagaru-evidence.zip";
  private static final Duration BEFORE = Duration.ofDays(7);
  private static final int SHOWN = 50;

  private final Gateways gateways;
  private final Clock clock;
  private final IncidentDetail detail;
  private final MomentField from = new MomentField(Texts.get("incident.evidence.from"));
  private final MomentField to = new MomentField(Texts.get("incident.evidence.to"));
  private final TextField loginId = new TextField(Texts.get("incident.evidence.loginId"));
  private final Div answer = new Div();

  EvidencePanel(Gateways gateways, Clock clock, IncidentDetail detail) {
    this.gateways = gateways;
    this.clock = clock;
    this.detail = detail;
    Instant occurred = detail.occurredAt();
    from.at((occurred == null ? detail.foundAt() : occurred).minus(BEFORE));
    to.at(clock.instant().plusSeconds(60));
    loginId.setMaxLength(32);
    loginId.setHelperText(Texts.get("incident.evidence.loginId.help"));
    loginId.setWidthFull();
    Div fields = new Div(from, to, loginId);
    fields.addClassName("fields");
    answer.getElement().setAttribute("aria-live", "polite");
    addClassNames("card", "incident-evidence");
    add(
        new H2(Texts.get("incident.evidence")),
        new Paragraph(Texts.get("incident.evidence.explained")),
        fields,
        new Button(Texts.get("incident.evidence.make"), click -> make()),
        answer);
  }

  private void make() {
    Optional<Instant> since = from.moment();
    Optional<Instant> until = to.moment();
    from.setInvalid(since.isEmpty());
    boolean backwards = until.isEmpty() || since.filter(until.get()::isAfter).isEmpty();
    to.setErrorMessage(Texts.get("incident.evidence.backwards"));
    to.setInvalid(backwards);
    answer.removeAll();
    if (since.isPresent() && until.isPresent() && !backwards) {
      gateways.ask(
          new GetEvidence(detail.row().incidentId(), since.get(), until.get(), loginId.getValue()),
          Evidence.class,
          found -> show(found, since.get(), until.get()));
    }
  }

  private void show(Evidence found, Instant since, Instant until) {
    answer.removeAll();
    answer.add(
        new Paragraph(
            Texts.get(
                found.more() ? "incident.evidence.more" : "incident.evidence.found",
                found.accesses().size(),
                found.accesses().stream().map(Evidence.Access::accountId).distinct().count())));
    if (!loginId.isEmpty()) {
      long opened = found.reach().stream().filter(reach -> reach.opened() > 0).count();
      answer.add(
          new Paragraph(
              Texts.get(
                  "incident.evidence.reach",
                  found.reach().stream().filter(Evidence.Reach::reachable).count(),
                  opened,
                  found.sessions().size())));
      UnorderedList list = new UnorderedList();
      found.reach().stream()
          .limit(SHOWN)
          .forEach(reach ->
              list.add(
                  new ListItem(
                      Texts.get(
                          reach.opened() > 0 ? "incident.reach.opened" : "incident.reach.reachable",
                          reach.patient().isEmpty() ? reach.patientId().value() : reach.patient(),
                          reach.opened(),
                          reach.documents()))));
      found
          .sessions()
          .forEach(session ->
              list.add(
                  new ListItem(
                      Texts.get(
                          "incident.evidence.session",
                          DateTexts.exact(session.first()),
                          DateTexts.exact(session.last()),
                          session.address(),
                          session.opened()))));
      answer.add(list);
    }
    if (!found.notSigned().isEmpty()) {
      Paragraph wait =
          new Paragraph(Texts.get("incident.evidence.notSigned", found.notSigned().size()));
      wait.addClassName("attention-box");
      answer.add(wait);
    }
    byte[] zip = EvidenceZip.of(found, since, until, clock.instant());
    DownloadHandler file =
        DownloadHandler.fromInputStream(
            download -> {
              download.getResponse().setHeader("Cache-Control", "no-store");
              return new DownloadResponse(
                  new ByteArrayInputStream(zip), FILE_NAME, "application/zip", zip.length);
            },
            FILE_NAME);
    Anchor link =
        new Anchor(file, AttachmentType.DOWNLOAD, Texts.get("incident.evidence.download"));
    link.addClassName("button-link");
    answer.add(link);
  }
}
