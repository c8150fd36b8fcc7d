# Sourced: a Japanese TrueType font, without which nothing can be printed; installed where that may be done, tried once a checkout.
have_font() { fc-list ':lang=ja' file 2>/dev/null | grep -qi '\.ttf'; }
if [ -z "${TSUNAGARU_FONT:-}" ] && ! have_font && [ ! -e "$root/.tools/font" ] \
    && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  mkdir -p "$root/.tools" && touch "$root/.tools/font"
  echo "印刷に使う日本語フォントを入れています。" >&2
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq fontconfig fonts-ipaexfont; } >/dev/null 2>&1 || true
fi
