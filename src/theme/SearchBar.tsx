export { SearchBar as default } from '../search/SearchBar.tsx';
