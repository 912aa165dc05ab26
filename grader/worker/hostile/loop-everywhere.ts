// HOSTILE failed 0: no function ever ends, until the budget of the grading is used up
const never = () => {
  for (;;);
};
export { never as encode74, never as decode74, never as encode84, never as decode84 };
