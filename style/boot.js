// Before the app: language and theme without a flash, and plain words where the app can't run.
(function () {
  "use strict";
  var words = {
    en: {
      file: "This page was opened from a file. Browsers don't load WebAssembly that way: serve the folder (for example: python3 -m http.server) and open the address it prints.",
      simd: "This browser lacks WebAssembly SIMD, which Matwalk computes with. Chrome or Edge 91, Firefox 89, Safari 16.4 and everything newer have it.",
      load: "Matwalk could not be loaded. Check the connection and reload the page.",
      title: "Something in Matwalk broke",
      body: "This is our mistake, not yours. The link still holds your numbers: start over to load them again.",
      copy: "Copy details",
      restart: "Start over"
    },
    ko: {
      file: "이 페이지는 파일에서 바로 열렸어요. 브라우저는 그렇게 열린 페이지에서 WebAssembly를 불러오지 않아요. 폴더를 서버로 열고(예: python3 -m http.server) 나오는 주소로 들어와 주세요.",
      simd: "이 브라우저에는 Matwalk가 계산에 쓰는 WebAssembly SIMD가 없어요. Chrome·Edge 91, Firefox 89, Safari 16.4 이후의 브라우저를 써 주세요.",
      load: "Matwalk를 불러오지 못했어요. 연결을 확인하고 페이지를 새로 고쳐 주세요.",
      title: "Matwalk에 문제가 생겼어요",
      body: "사용자 잘못이 아니라 저희 잘못이에요. 숫자는 링크에 남아 있으니, 다시 시작하면 불러올 수 있어요.",
      copy: "자세한 내용 복사",
      restart: "다시 시작"
    }
  };
  var root = document.documentElement;

  function stored(key) {
    try { return localStorage.getItem(key); } catch (refused) { return null; }
  }
  function linked(key, pattern) {
    var found = new RegExp("[?&]" + key + "=(" + pattern + ")(?:&|$)").exec(location.hash);
    return found && found[1];
  }
  function preferred() {
    var tags = navigator.languages || [navigator.language || "en"];
    for (var i = 0; i < tags.length; i++) {
      var tag = tags[i].slice(0, 2).toLowerCase();
      if (words[tag]) return tag;
    }
    return "en";
  }
  var lang = linked("lang", "ko|en") || stored("lang");
  if (!words[lang]) lang = preferred();
  var theme = linked("theme", "light|dark|projector") || stored("theme");
  if (!/^(light|dark|projector)$/.test(theme || "")) {
    theme = window.matchMedia && matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  root.lang = lang;
  root.setAttribute("data-theme", theme);

  function problem(which) {
    var text = document.getElementById("boot-problem");
    if (!text) return; // The app is there.
    // That it did not load is no news where it can't.
    if (which === "load") which = location.protocol === "file:" ? "file" : hasSimd() ? "load" : "simd";
    document.getElementById("boot-mark").hidden = true;
    text.textContent = words[lang][which];
    text.hidden = false;
  }
  // The smallest module with a SIMD instruction.
  function hasSimd() {
    var bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
    try { return WebAssembly.validate(new Uint8Array(bytes)); } catch (missing) { return false; }
  }

  addEventListener("error", function () { problem("load"); }, true);
  addEventListener("unhandledrejection", function () { problem("load"); });
  document.addEventListener("DOMContentLoaded", function () {
    var texts = document.querySelectorAll("[data-boot]");
    for (var i = 0; i < texts.length; i++) texts[i].hidden = texts[i].getAttribute("data-boot") !== lang;
    if (location.protocol === "file:") problem("file");
    else if (!hasSimd()) problem("simd");

    // The hook that shows the panel may run in pieces of the app, so the rest is done here: in the language of now.
    var panic = document.getElementById("panic");
    function nameItsParts() {
      ["title", "body", "copy", "restart"].forEach(function (name) {
        document.getElementById("panic-" + name).textContent = (words[root.lang] || words.en)[name];
      });
    }
    nameItsParts();
    new MutationObserver(function () {
      if (panic.hidden) return;
      nameItsParts();
      document.getElementById("panic-restart").focus();
    }).observe(panic, { attributes: true, attributeFilter: ["hidden"] });
    document.getElementById("panic-restart").addEventListener("click", function () { location.reload(); });
    document.getElementById("panic-copy").addEventListener("click", function () {
      var details = document.getElementById("panic-details");
      getSelection().selectAllChildren(details);
      if (navigator.clipboard) navigator.clipboard.writeText(details.textContent);
      else document.execCommand("copy");
    });
  });
})();
