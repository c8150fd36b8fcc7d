# Sourced: installs the library that makes JPEG 2000 pictures quick, where that may be done. Without it they are made all the same,
# only slower. Tried once a checkout, so that a machine without a network starts as fast as ever.
if [ "$(uname -s)" = Linux ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
    && [ ! -e "$root/.tools/openjpeg" ] && ! ldconfig -p 2>/dev/null | grep -q 'libopenjp2\.so\.7'; then
  mkdir -p "$root/.tools" && touch "$root/.tools/openjpeg"
  echo "JPEG 2000 の画像を速く表示するため libopenjp2-7 を入れています。" >&2
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libopenjp2-7; } >/dev/null 2>&1 || true
fi
