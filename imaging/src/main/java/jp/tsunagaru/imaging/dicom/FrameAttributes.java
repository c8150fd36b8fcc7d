package jp.tsunagaru.imaging.dicom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds an attribute for one frame: its own functional group, the shared one, the file. */
final class FrameAttributes {
  private final DataSet data;
  private final Optional<DataSet> own;
  private final Optional<DataSet> shared;

  FrameAttributes(DataSet data, int frame) {
    this.data = data;
    List<DataSet> frames = data.items(Tags.FRAME_GROUPS);
    this.own = frame < frames.size() ? Optional.of(frames.get(frame)) : Optional.empty();
    this.shared = data.item(Tags.SHARED_GROUPS);
  }

  /** The data set that holds an attribute, looked for inside a functional group. */
  Optional<DataSet> holder(int group, int tag) {
    return own.flatMap(item -> item.item(group))
        .filter(item -> item.element(tag).isPresent())
        .or(() ->
            shared.flatMap(item -> item.item(group)).filter(item -> item.element(tag).isPresent()))
        .or(() -> Optional.of(data).filter(item -> item.element(tag).isPresent()));
  }

  OptionalDouble number(int group, int tag, int index) {
    Optional<DataSet> holder = holder(group, tag);
    return holder.isPresent() ? holder.get().number(tag, index) : OptionalDouble.empty();
  }

  DataSet file() {
    return data;
  }
}
