package jp.tsunagaru.audit.view;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tsunagaru.audit.query.AccessCursor;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AuditPurpose;
import jp.tsunagaru.audit.query.ListAccessToTakeOut;
import jp.tsunagaru.audit.query.TakenOutAccesses;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/**
 * Writes the history into a download, a part at a time: whatever its length, one part is in memory.
 * A part that is refused in between, after the end of the session for example, breaks the download
 * off; the browser then says that it failed.
 */
final class AccessFile implements DownloadHandler {
  private static final int SECONDS = 60;

  private final transient QueryGateway queries;
  private final transient AccessLines lines;
  private final transient AccessFilter filter;
  private final AuditPurpose purpose;
  private final AccessFormat format;
  private final String name;

  AccessFile(
      QueryGateway queries,
      AccessLines lines,
      AccessFilter filter,
      AuditPurpose purpose,
      AccessFormat format,
      String name) {
    this.queries = queries;
    this.lines = lines;
    this.filter = filter;
    this.purpose = purpose;
    this.format = format;
    this.name = name;
  }

  @Override
  public void handleDownloadRequest(DownloadEvent event) throws IOException {
    TakenOutAccesses part = part(null);
    event.setFileName(name);
    event.setContentType(
        switch (format) {
          case CSV -> "text/csv; charset=UTF-8";
          case BALP -> "application/x-ndjson";
        });
    event.getResponse().setHeader("Cache-Control", "no-store");
    OutputStream out = event.getOutputStream();
    out.write(lines.head().getBytes(StandardCharsets.UTF_8));
    int written = 0;
    while (true) {
      for (TakenOutAccesses.Taken each : part.accesses()) {
        out.write(lines.of(each).getBytes(StandardCharsets.UTF_8));
      }
      written += part.accesses().size();
      AccessCursor next = part.next();
      if (next == null || written >= ListAccessToTakeOut.MOST) {
        return;
      }
      part = part(next);
    }
  }

  private TakenOutAccesses part(@Nullable AccessCursor after) throws IOException {
    try {
      return queries
          .query(new ListAccessToTakeOut(filter, after, purpose), TakenOutAccesses.class)
          .get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException("the access history could not be read to its end", failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while writing the access history", stopping);
    }
  }
}
