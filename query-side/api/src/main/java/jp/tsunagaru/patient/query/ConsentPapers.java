package jp.tsunagaru.patient.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.AttachmentView;

/** Newest first. */
public record ConsentPapers(List<Paper> papers) implements Shown {
  public ConsentPapers {
    papers = List.copyOf(papers);
  }

  /**
   * @param location where the paper lies, or blank
   * @param keptBy name of who kept it
   */
  public record Paper(
      DocumentId documentId,
      Instant keptAt,
      String keptBy,
      String facility,
      String location,
      List<AttachmentView> files) {
    public Paper {
      files = List.copyOf(files);
    }
  }

  @Override
  public Map<DocumentId, Long> shown() {
    return papers.stream().collect(Collectors.toMap(Paper::documentId, paper -> 1L));
  }
}
