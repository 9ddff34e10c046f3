/* All that folium's popups ask of jQuery: text becomes elements. */
window.$ = (text) => {
  const holder = document.createElement("template");
  holder.innerHTML = text.trim();
  return [...holder.content.children];
};
